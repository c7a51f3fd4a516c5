"""The System of a derivation: its arrays in order of dependence, inputs, parameters, and what is
exact."""

from __future__ import annotations

from dataclasses import replace

from ..gaussian.activations import DEFAULT
from ..ir.flow import Flow
from ..ir.limits import at_infinity
from ..ir.map import Map
from ..ir.roles import Default, Values
from ..ir.system import Closure, Convention, Input, Parameter, Range
from ..ir.trace import Heads
from ..ir.words import ONE, Line, factor
from ..language import Algorithm, Node
from ..language.applied import FUNCTIONS
from ..language.data import model_data, tree
from . import reading
from .at_nodes import LossesAtNodes, functions
from .averages import FieldAverages
from .blocks import block_inputs
from .cubature import Cubature, rule_size
from .derivation import Derivation
from .heads import task_inputs
from .statement import statement as stated
from .support import FIRST_ORDER
from .varied import overlaps_of_labels, spread_input

__all__ = ["assembled", "system_name"]

#: What stays as it is for N -> inf.
SAMPLES_FIXED = "K, M and all numbers of samples"


def system_name(model: str, activation: str) -> str:
    """``fo_anil`` for the default activation, ``fo_anil_relu`` and so on for others."""
    return model if activation == DEFAULT else f"{model}_{activation}"


def assembled(work: Derivation, without_finite: str) -> Flow:
    """The system; ``without_finite`` says why there is no finite P, if so."""
    algorithm, averages = work.algorithm, work.averages
    query, inner = algorithm.outer.samples, algorithm.adaptation
    learner, teacher = algorithm.learner.range, algorithm.teacher.range
    giant = algorithm.outer.giant
    fixed = f"K, M, {query.size} = n/N and the number of steps" if giant else SAMPLES_FIXED
    closures = [Closure("N -> inf", True, f"{fixed} stay fixed; overlaps are self-averaging")]
    finite_query = "refused" if work.missing else "quadrature" if work.integrals else "exact"
    definitions = averages.definitions()
    limits = [(query.size, "inf", "exact"), (query.size, "integer", finite_query)]
    parameters = [Parameter(r.name, r.meaning, default=r.default) for r in algorithm.source.rates()]
    if work.missing:
        statement = (
            f"no error from the finite {query.meaning}; at finite {query.size}: {work.missing}"
        )
        closures.append(Closure(f"{query.size} -> inf", True, statement))
    else:
        meaning = f"samples in the {query.meaning}" + " over the dimension of inputs" * giant
        values = Values.RATIO if giant else Values.RATE
        parameters.append(Parameter(query.size, meaning, may_be_infinite=True, numbers=values))
    if work.integrals:
        closures.append(Closure("quadrature", False, _quadrature(work, query.size)))
    if giant:
        statement = "the same in each step, given by its mean: its covariance has to be zero"
        closures.append(Closure("one task", True, statement))
    of_set = algorithm.source.tasks
    inputs = [] if of_set else [*task_inputs(teacher, algorithm.source.task)]
    single: tuple[tuple[str, str], ...] = ()
    if inner is not None:
        size, finite = inner.samples.size, bool(work.corrections)
        limits = [
            (size, "inf", "exact"),
            (size, "integer", "quadrature" if finite else "refused"),
            *limits,
        ]
        if finite:
            parameters += [
                Parameter(size, f"samples in the {inner.samples.meaning}", may_be_infinite=True),
                FIRST_ORDER,
            ]
            if averages.constants() and not work.integrals:
                closures.append(Closure("quadrature", False, _quadrature(work, size)))
            if work.nodes and work.nodes.inputs():
                statement = (
                    f"at finite {size} and {query.size} three and four contributions of one sample"
                    " are averaged"
                )
                closures.append(
                    Closure(
                        "nodes", False, f"{statement} by a rule with nodes, given by the caller"
                    )
                )
            closures.append(
                Closure(f"1/{size}", False, f"only where first_order is 1: {FIRST_ORDER.meaning}")
            )
            inputs += work.nodes.inputs() if work.nodes else ()
        else:
            statement = (
                f"the mean over the {inner.samples.meaning} is its expectation given the task"
            )
            because = f"; at finite {size}: {without_finite}" if without_finite else ""
            closures.append(Closure(f"{size} -> inf", True, statement + because))
        if isinstance(inner.steps, str):
            parameters.append(Parameter(inner.steps, "steps of the inner loop", counts=True))
            single = ((size, inner.steps),) if finite else ()
    sizes: tuple[Parameter, ...] = ()
    if work.nodes and work.corrections and work.nodes.inputs():
        sizes = (rule_size(),)
    system = (Map if giant else Flow)(
        name=system_name(algorithm.name, averages.activation.name),
        model=algorithm.name,
        title=algorithm.title,
        activation=averages.activation.name,
        function=averages.activation.as_function(),
        coefficients=averages.activation.coefficients,
        teacher_activation=averages.activations[teacher].name,
        teacher_function=averages.activations[teacher].as_function(),
        convention=_convention(algorithm, averages),
        reference=algorithm.source.reference,
        ranges=(learner, teacher),
        fields=work.fields,
        parameters=tuple(parameters),
        inputs=(
            *work.state,
            *work.fixed,
            *inputs,
            *spread_input(algorithm),
            *block_inputs(algorithm),
            *_vectors(algorithm),
        ),
        definitions=(
            *overlaps_of_labels(algorithm),
            *definitions,
            *work.heads.definitions(),
            *(work.losses.definitions() if work.losses else ()),
            *work.task_known,
            *work.corrections,
            *work.of_one_task,
            *work.definitions,
        ),
        outputs=work.state.slopes,
        observables=tuple(x.name for x in algorithm.observables),
        closures=tuple(closures),
        limits=tuple(limits),
        odd=averages.activation.is_odd(),
        constants=averages.constants(),
        kernels=averages.kernels(),
        sizes=sizes,
        needless=work.nodes.needless() if work.nodes and sizes else (),
        support=inner.samples.size if inner else "",
        single=single,
        guarded=averages.scale_free,
        heads=Heads(*algorithm.scales),
        algorithm=stated(algorithm),
        derivation=work.trace(),
        products=averages.products(),
    )
    if work.diffusion:
        closure = Closure("covariance of one step", False, work.diffusion)
        at = () if work.missing or work.finite_blocks else (query.size,)
        system = replace(
            system, diffusion=work.blocks, diffusion_at=at, closures=(*system.closures, closure)
        )
        if work.one_task and work.of_one_task:
            system = replace(system, of_diffusion=(work.one_task.input(),))
    wanted = (*system.outputs, *system.observables, *system.diffusion)
    system = replace(system, definitions=system.needed_for(wanted))
    by_nodes = averages.cubature
    return _with_nodes(system, by_nodes, work.losses, query.size) if by_nodes.used else system


def _with_nodes(system: Flow, by_nodes: Cubature, losses: LossesAtNodes | None, size: str) -> Flow:
    """A system with averages by nodes: what it needs of its caller, and where."""
    always = [d.name for d in at_infinity(system, size).definitions]
    known = {d.name: d.meaning.partition(" over")[0] for d in system.definitions}
    names = [name for name in by_nodes.products() if name in known]
    names += [d.name for d in losses.sums if d.name in known] if losses else []
    everywhere = [known[name] for name in names if name in always]
    finite = [known[name] for name in names if name not in always]
    words = [", ".join(everywhere), f"at finite {size} " + ", ".join(finite)]
    listed = "; ".join(x for x, some in zip(words, (everywhere, finite), strict=True) if some)
    statement = (
        f"no rule gives {listed}{losses.said if losses else ''}: averages by a rule with nodes in"
        " the space of the fields, given by the caller" + by_nodes.beside()
    )
    jumping = by_nodes.jumping()
    limits = [
        (p, v, "quadrature" if p == size and (everywhere or v == "integer") else status)
        for p, v, status in system.limits
    ]
    return replace(
        system,
        inputs=(*system.inputs, *by_nodes.inputs()),
        sizes=(rule_size(),),
        jumping=jumping.parts[0] if jumping else "",
        uneven=losses is not None and not losses.even,
        limits=tuple(limits),
        closures=(*system.closures, Closure("cubature", False, statement)),
        cubature=True,
    )


def _vectors(read: reading.Algorithm) -> tuple[Input, ...]:
    """The arrays that the model's coefficient and its tasks have, beside those that all systems
    have."""
    found = []
    for x in read.source.arrays():
        ranges = (Range(x.network.field, (x.network.units,)),)
        default = Default.CONSTANT  # solvers put 0 where a problem has to give it
        found.append(Input(x.name, ranges, x.meaning, default=default, value=x.default or 0))
    return tuple(found)


def _quadrature(work: Derivation, size: str) -> str:
    """The rules of fixed order behind averages at finite P, and how far off they are."""
    activation = work.averages.activation
    statement = (
        f"at finite {size} averages of four g are integrals, by a Gauss-Legendre rule of"
        f" {activation.path_order} nodes"
    )
    if activation.path_accuracy:
        statement += f" that errs by up to {activation.path_accuracy}"
    if work.averages.squared:
        error = work.averages.error_of_squares()
        statement += (
            f"; g^2 beside others is a number and a sum of {activation.square_order} Gaussians, off"
            f" by {error:.1e}"
        )
    return statement


def _convention(read: reading.Algorithm, averages: FieldAverages) -> tuple[Convention, ...]:
    """The convention card: what every factor of the equations rests on."""
    algorithm = read.source
    texts = [a.text for a in averages.activations.values()]
    of = f"{texts[0]} for the learner's units, {texts[1]} for the teacher's"
    return (
        Convention("activation", of if averages.mixed else texts[0]),
        *_inputs(algorithm),
        _outputs(algorithm),
        *_heads(read.weights),
        _task(algorithm),
        *_teachers(read),
        *_gains(algorithm),
        *_lengths(algorithm),
        *_losses(algorithm),
        *_functions(read),
        _time(read),
    )


def _time(read: reading.Algorithm) -> Convention:
    """What a step is, and what counts steps."""
    if not read.outer.giant:
        return Convention("time", "alpha = t/N after t steps")
    rate, size = read.outer.rate.name, read.outer.samples.size
    learner = read.learner
    moved = f"{learner.weights}_k <- {learner.weights}_k - {rate} sqrt(N) (1/n)"
    text = f"{moved} sum dl/d{learner.field}_k x, over n = {size} N fresh samples x"
    return Convention("giant step", text)


def _inputs(algorithm: Algorithm) -> tuple[Convention, ...]:
    """Fields and overlaps, and where there are blocks how these are made."""
    fields, overlaps = (
        "lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N)",
        "Q = J J^T/N, R = J B^T/N",
    )
    if not algorithm.blocks:
        return (
            Convention("local fields", f"{fields}, x i.i.d. N(0, 1)"),
            Convention("overlaps", f"{overlaps}, T = B B^T/N"),
        )
    inputs = "blocks h of shares[h] N coordinates, independent N(0, variances[h])"
    return (
        Convention("inputs", inputs),
        Convention("local fields", fields),
        Convention("overlaps", f"{overlaps}, T = B B^T/N, within each block"),
    )


def _teachers(read: reading.Algorithm) -> tuple[Convention, ...]:
    """Where they vary with the task."""
    if not read.teacher.varies:
        return ()
    text = (
        "a task's is B + spread Xi, Xi i.i.d. N(0, 1) and the same for its support and query set;"
        " R and T are overlaps with B"
    )
    return (Convention("teachers", text),)


def _task(algorithm: Algorithm) -> Convention:
    """How it is drawn."""
    if not algorithm.tasks:
        text = "u with given mean and covariance, Gaussian or independent with given kurtosis"
        return Convention("task", text)
    listed = []
    for t in algorithm.tasks:
        chance = "what is left" if t.share is None else t.share.name
        head = f" and the head {t.head}" if t.head else ""
        listed.append(f"{t.name} with u = {t.vector.name}{head}, with probability {chance}")
    own = f"; {algorithm.start.name} in a loss is the head of the task"
    text = f"one of a set in each step: {'; '.join(listed)}{own * (len(algorithm.heads()) > 1)}"
    return Convention("tasks", text)


def _lengths(algorithm: Algorithm) -> tuple[Convention, ...]:
    """Where weights keep them."""
    if not algorithm.outer.spherical:
        return ()
    text = "after each step J_k is rescaled to its length before it, so that Q_kk rests"
    return (Convention("lengths", text),)


def _gains(algorithm: Algorithm) -> tuple[Convention, ...]:
    """Where there are some."""
    x = algorithm.gains
    if x is None:
        return ()
    text = f"{x.name}_k is 1 with probability {x.keep.name}, else 0; one for all samples of a step"
    return (Convention("gains", text),)


def _outputs(algorithm: Algorithm) -> Convention:
    """The outputs with their scales; one without lacks the factor that other conventions give
    it."""
    data = model_data(algorithm)
    text, without, trees = [], [], []
    for network, line, units in (
        (data["learner"], "f = {}sum_k w_k g(lambda_k)", "K"),
        (data["teacher"], "y = {}sum_m u_m g(beta_m)", "M"),
    ):
        scale = factor(network["scale"])
        text.append(line.format("" if scale == ONE else Line({}).top(scale) + " "))
        trees.append(scale)
        if scale == ONE:
            without.append(f"no 1/sqrt({units})")
    words = [", ".join(text), *([", ".join(without)] if without else [])]
    return Convention("outputs", "; ".join(words), tuple(trees))


def _heads(weights: tuple[Node, Node]) -> tuple[Convention, ...]:
    """What the heads are multiplied by in c = (w, -u), where that is not 1."""
    trees = [factor(tree(x)) for x in weights]
    if trees == [ONE, ONE]:
        return ()
    f, y = (Line({}).top(x) for x in trees)
    text = (
        "in c = (w, -u), c0 and c1 the heads are multiplied by what they weigh in the loss: w by"
        f" {f}, u by {y}"
    )
    return (Convention("heads", text, tuple(trees)),)


def _functions(read: reading.Algorithm) -> tuple[Convention, ...]:
    """What losses have beside polynomials."""
    names = functions(read)
    if not names:
        return ()
    return (Convention("functions", ", ".join(FUNCTIONS[x] for x in FUNCTIONS if x in names)),)


def _losses(algorithm: Algorithm) -> tuple[Convention, ...]:
    """The losses as the model states them: one for all where inner and outer loop have the same."""
    data = model_data(algorithm)
    outputs = {data["learner"]["field"]: "f", data["teacher"]["field"]: "y"}
    stated = {"inner loop": data["inner"]["loss"]} if data["inner"] else {}
    stated["outer step"] = data["outer"]["loss"]
    found = []
    for where, loss in stated.items():
        text = f"l = {Line(outputs).top(loss)}"
        found.append(Convention(f"loss of the {where}", text, (loss,), outputs))
    if len({c.text for c in found}) == 1:
        return (replace(found[0], subject="loss"),)
    return tuple(found)
