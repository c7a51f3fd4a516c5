"""Model files that state what no derivation follows, and what has to be said of each."""

HEAD = """
from dataclasses import replace

from sympy import IndexedBase, Sum, Symbol, exp

from orderode.derive.language import Activate, Adaptation, Algorithm, Descent, Head, Observable, Rate, Samples
from orderode.derive.models.setting import *

w = Head("w", learner)
k = learner.index(0)


def model(name="mine", inner=loss, outer=loss, observed=error, through=False, samples=query, parameters=()):
    adaptation = Adaptation(w, start, rate=eta_w, loss=inner, samples=support)
    descent = Descent(learner, w, rate=eta_J, loss=outer, samples=samples, through=adaptation if through else None)
    return Algorithm(
        name=name,
        title="a model of mine",
        learner=learner,
        teacher=teacher,
        task=u,
        start=start,
        adaptation=adaptation,
        outer=descent,
        observables=(Observable("eps_g", observed, w, "loss on fresh data", "e"),),
        noise=noise,
        parameters=parameters,
    )


def summed(body):
    return Sum(body, (k, 1, learner.range.size))


def field(s):
    return learner.local_field(k, s)

"""
RIDGE = HEAD + 'gamma = Rate("gamma", "a ridge")\n'
RIDGE += (
    "MODEL = model(inner=lambda h, s: loss(h, s) + gamma.symbol * summed(h[k] ** 2) / 2,"
    " parameters=(gamma,))\n"
)

#: What is wrong -> the model file, and what the message says of it.
WRONG = {
    "no MODEL": (HEAD, "defines no MODEL"),
    "another MODEL": (HEAD + "MODEL = 3", "its MODEL is a int"),
    "not Python": ("def (", "line 1: not Python"),
    "raises": ("MODEL = 1\n\nundefined()", "line 3: NameError: name 'undefined' is not defined"),
    "ends": ("MODEL = 1\nraise SystemExit('enough')", "line 2: SystemExit: enough"),
    "nested too deep": ("(" * 5000, "not Python"),
    "a parameter that is a word": (
        HEAD + "MODEL = model(parameters=(Rate('lambda', ''),))",
        "'lambda' cannot name",
    ),
    "a parameter that is an array": (
        HEAD + "MODEL = model(parameters=(Rate('I2', ''),))",
        "'I2' cannot name a parameter or an observable: the solvers call an array so",
    ),
    "raises later": (
        HEAD + "MODEL = model(outer=lambda h, s: h.nothing)",
        "the outer loss cannot be evaluated: AttributeError",
    ),
    "no expression": (
        HEAD + "MODEL = model(outer=lambda h, s: None)",
        "has None, which is no expression",
    ),
    "no rule": (
        HEAD
        + "MODEL = model(outer=lambda h, s: loss(h, s) + summed(h[k] ** 2 * Activate(0, field(s))"
        " ** 6))",
        (
            "no rule for the average of"
            " erf(sqrt(2)*c/2)*erf(sqrt(2)*d/2)*erf(sqrt(2)*e/2)*erf(sqrt(2)*f/2)"
        ),
    ),
    "no polynomial": (HEAD + "MODEL = model(outer=lambda h, s: exp(loss(h, s)))", "has exp("),
    "a constant": (
        HEAD + "MODEL = model(outer=lambda h, s: 1)",
        "the outer loss does not depend on the fields",
    ),
    "a complex number": (
        HEAD + "MODEL = model(outer=lambda h, s: 1j * loss(h, s))",
        "the outer loss has 1j",
    ),
    "a product of sums": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) + summed(field(s) ** 2) ** 6)",
        "too many sums over the K units in one product",
    ),
    "a quotient": (
        HEAD + "MODEL = model(outer=lambda h, s: 1 / loss(h, s))",
        "which is no polynomial",
    ),
    "an unknown symbol": (
        HEAD + "MODEL = model(outer=lambda h, s: Symbol('q') * loss(h, s))",
        "has the symbol q",
    ),
    "quartic in the head": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) ** 2)",
        "more than quadratic in head and task",
    ),
    "an index left free": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) * h[k])",
        "its index k is not summed over",
    ),
    "an unknown index": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) + h[teacher.index()])",
        "whose index does not count the units",
    ),
    "an unknown array": (
        HEAD + "MODEL = model(outer=lambda h, s: summed(IndexedBase('v')[k]))",
        "has v[k]",
    ),
    "another head": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(start, s))",
        "an output with the head w0",
    ),
    "another sample": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, support))",
        "is not on a sample nu of the query set",
    ),
    "a sum over something else": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) + Sum(h[k], (k, 1, 3)))",
        "does not run over the units of a network",
    ),
    "no eps_g": (
        HEAD + "MODEL = replace(model(), observables=(Observable('mine', error, w, '', 'e'),))",
        "the observables are mine; call one of them eps_g",
    ),
    "an observable with label noise": (
        HEAD + "MODEL = model(observed=loss)",
        "the loss of eps_g has label noise: what is measured on fresh data has labels without noise",
    ),
    "an inner slope with the square of a head": (
        HEAD + "MODEL = model(inner=lambda h, s: loss(h, s) + summed(h[k] ** 2 * start[k]))",
        "the inner loss is more than quadratic in head and task: it has w[k] w[k] w0[k]",
    ),
    "one sample set for both loops": (
        HEAD + "MODEL = model(samples=support)",
        "use the same sample set",
    ),
    "two support sets": (
        HEAD + "MODEL = replace(model(), adaptation=(model().adaptation, model().adaptation))",
        (
            "adaptation is a tuple of Adaptation, expected Adaptation or None: there is one inner"
            " loop, with one support"
        ),
    ),
    "two sets in a loop": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, samples=(support,"
        " query)))",
        "adaptation.samples is a tuple of Samples, expected Samples",
    ),
    "a rate that is a name": (
        HEAD + "MODEL = replace(model(), outer=replace(model().outer, rate='eta_J'))",
        "outer.rate is 'eta_J', expected Rate",
    ),
    "a parameter alone": (
        HEAD + "MODEL = model(parameters=Rate('g', ''))",
        "parameters is a Rate, expected a tuple",
    ),
    "a list of observables": (
        HEAD + "MODEL = replace(model(), observables=[1])",
        "observables is a list of int, expected a tuple of Observable",
    ),
    "no observables": (
        HEAD + "MODEL = replace(model(), observables=())",
        "observables is an empty tuple",
    ),
    "a loss that is no function": (
        HEAD + "MODEL = model(inner=3)",
        "adaptation.loss is 3, expected a function",
    ),
    "a head start that is a text": (
        HEAD + "MODEL = replace(model(), start=replace(start, value='1'))",
        "start.value is '1', expected a number",
    ),
    "a default below zero": (
        HEAD + "MODEL = model(parameters=(Rate('g', '', default=-1.0),))",
        "the default of g is -1.0, expected a number >= 0",
    ),
    "half a step": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, steps=1.5))",
        "adaptation.steps is 1.5, expected a text or an integer",
    ),
    "two steps, which were derived as one": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, steps=2))",
        "adaptation.steps is 2: the inner loop is derived with one step or with any",
    ),
    "no step": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, steps=0))",
        "adaptation.steps is 0, expected an integer >= 1",
    ),
    "a size of its own": (
        HEAD + "MODEL = model(samples=Samples('nu', 'n', 'query set'))",
        "the size of the query set is called n, and has to be called V: problem files",
    ),
    "a width of its own": (
        HEAD + "MODEL = replace(model(), learner=replace(learner, units='H'))",
        "the width of the learner is called H, and has to be called K: problem files",
    ),
    "two letters": (
        HEAD + "MODEL = replace(model(), teacher=replace(teacher, letters='nn'))",
        "the letters of the network beta are 'nn', expected 3 different ones or more",
    ),
    "one name for two": (
        HEAD + "MODEL = replace(model(), task=replace(u, name='w'))",
        "w is the name of two of task vector, head start, adapted head",
    ),
    "a name that is none": (
        HEAD + "MODEL = model(name='My model')",
        "'My model' is not made of small letters",
    ),
    "a loss without end": (
        HEAD
        + "def outer(h, s):\n    e = loss(h, s)\n    for _ in range(2000):\n        e = (e + 1) ** 2\n"
        + "    return e\nMODEL = model(outer=outer)",
        "the outer loss has more than 100 parts in one another",
    ),
    "a loss that doubles and doubles": (
        HEAD
        + "def outer(h, s):\n    e = loss(h, s)\n    for _ in range(60):\n        e = e * e + 1\n"
        + "    return e\nMODEL = model(outer=outer)",
        "the outer loss has more than 10",
    ),
    "a high power": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) + summed(field(s) ** 400))",
        "the outer loss is of degree 400 in heads, task, fields,",
    ),
    "a tuple of terms": (
        HEAD + "MODEL = model(outer=lambda h, s: (loss(h, s), loss(h, s)))",
        " ..., which is no expression but a tuple",
    ),
    "a letter too many": (
        HEAD + "MODEL = model(outer=lambda h, s: h[learner.index(9)])",
        "asks for index 9 of the network lambda: its letters are 'klab'",
    ),
    "a head of the teacher": (
        HEAD + "w = Head('w', teacher)\nMODEL = model()",
        "outer.head.network is beta, expected lambda, the learner",
    ),
    "a task of the learner": (
        HEAD + "MODEL = replace(model(), task=replace(u, network=learner))",
        "task.network is lambda, expected beta, the teacher",
    ),
    "a teacher that moves": (
        HEAD + "MODEL = replace(model(), outer=replace(model().outer, network=teacher))",
        "outer.network is beta, expected lambda, the learner",
    ),
    "a loop that starts elsewhere": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, start=w))",
        "adaptation.start is the head w, expected w0, the head start",
    ),
    "a network with other units": (
        HEAD + "MODEL = replace(model(), teacher=replace(teacher, activation='sign'))",
        "a network beta with activation = None; that of the algorithm has 'sign'",
    ),
    "a network that is none": (
        HEAD + "other = replace(teacher, field='gamma')\n"
        "MODEL = model(outer=lambda h, s: other.output(u, s))",
        "has the output of a network gamma; those of the algorithm are lambda and beta",
    ),
    "no coefficients": (
        HEAD + "MODEL = replace(model(), teacher=replace(teacher, activation=()))",
        "teacher.activation is (), expected coefficients (c_0, c_1, ...) or a name",
    ),
    "a coefficient that is no number": (
        HEAD + "MODEL = replace(model(), teacher=replace(teacher, activation=(0, float('nan'))))",
        "teacher.activation is (0, nan), expected a text or a tuple of numbers or None",
    ),
    "steps called as a rate": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, steps='eta_J'))",
        "'eta_J' cannot name a parameter or an observable: it is used twice",
    ),
    "steps of two words": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, steps='a b'))",
        "'a b' cannot name a parameter or an observable: names are made of",
    ),
    "a list of loops": (
        HEAD + "MODEL = replace(model(), adaptation=[model().adaptation] * 2)",
        "adaptation is a list of Adaptation, expected Adaptation or None: there is one inner",
    ),
    "a default beyond double precision": (
        HEAD + "MODEL = model(parameters=(Rate('gamma', '', default=10**400),))",
        "parameters[0].default is an integer out of the range of double precision, expected",
    ),
    "a name of many letters": (
        HEAD + "MODEL = model(name='a' * 300)",
        "not made of small letters, digits and _, a letter first, 60 at most",
    ),
    "a parameter of many letters": (
        HEAD + "MODEL = model(parameters=(Rate('a' * 300, ''),))",
        "names have 60 letters at most",
    ),
    "an observable that results hold": (
        HEAD + "MODEL = replace(model(), observables=(*model().observables,"
        " Observable('alpha', error, w, '', 'a')))",
        "'alpha' cannot name an observable: results hold something else so",
    ),
    "braces that close before they open": (
        HEAD + "MODEL = replace(model(), observables=(Observable('eps_g', error, w, '', '}a{'),))",
        "is to be written '}a{', which is no formula of LaTeX",
    ),
    "a formula that ends the page": (
        HEAD + "MODEL = replace(model(), observables=(Observable('eps_g', error, w, '',"
        " r'\\end{document}'),))",
        "which is no formula of LaTeX",
    ),
    "a formula in Greek": (
        HEAD
        + "MODEL = replace(model(), observables=(Observable('eps_g', error, w, '', '\u03b5'),))",
        "which is no formula of LaTeX: ASCII",
    ),
    "a scale that is no expression": (
        HEAD + "learner = replace(learner, scale='2')\nMODEL = model()",
        ": an expression has 2, which is no expression but a str",
    ),
    "momentum": (
        HEAD
        + "MODEL = replace(model(), outer=Descent(learner, w, eta_J, loss, query, momentum=0.9))",
        "Descent has no momentum, it has network, head, rate, loss, samples, decay, through,"
        " coefficient, spherical; what the language does not have is not derived",
    ),
    "an optimiser": (
        HEAD + "MODEL = replace(model(), optimizer='adam')",
        "Algorithm has no optimizer, it has name, title,",
    ),
    "a rate that is a number": (
        HEAD + "MODEL = replace(model(), outer=replace(model().outer, rate=0.1))",
        'outer.rate is 0.1, expected Rate: Rate("name", "what it is", default=0.1), whose value a'
        " problem gives",
    ),
    "a rate that is a function of time": (
        HEAD + "MODEL = replace(model(), outer=replace(model().outer, rate=lambda t: 1 / t))",
        'outer.rate is a function, expected Rate: Rate("name", "what it is"); a problem\'s [schedule]'
        " says how it changes along the way",
    ),
    "an absolute value": (
        HEAD + "MODEL = model(outer=lambda h, s: abs(learner.output(h, s) - teacher.output(u, s)))",
        "write relu(x) + relu(-x), or log_cosh(x)",
    ),
    "a comparison": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) if learner.output(h, s) > 0 else 0)",
        "the outer loss compares lambda.output(w, nu) with 0: a model is one expression for all"
        " samples",
    ),
    "a loss that is drawn": (
        HEAD + "import random\nMODEL = model(outer=lambda h, s: random.random() * loss(h, s))",
        "the outer loss is another expression each time it is asked for",
    ),
    "thresholds": (
        HEAD + "MODEL = model(outer=lambda h, s: (summed(h[k] * Activate(0, field(s) + 1)) -"
        " teacher.output(u, s)) ** 2)",
        "which is not a local field: units have no thresholds, and networks two layers",
    ),
    "a null character": (
        "MODEL = 1\0",
        "mine.py: not Python: source code string cannot contain null",
    ),
    "a parameter that is taken": (
        HEAD + "MODEL = model(parameters=(Rate('T', ''),))",
        "'T' cannot name a parameter",
    ),
}
