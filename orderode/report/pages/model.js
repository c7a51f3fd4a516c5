// Formulas are set when what they stand in is opened; window.faults says which are not, and why.
window.faults = [];

function set(tex) {
    const source = tex.textContent, display = tex.tagName === "DIV";
    try {
        katex.render(source, tex, {displayMode: display, throwOnError: true, strict: "error", trust: false});
    } catch (fault) {
        window.faults.push(fault.message);
        return;
    }
    tex.dataset.set = "";
    if (display) {
        const box = document.createElement("div"), copy = document.createElement("button");
        box.className = "set";
        copy.type = "button";
        copy.textContent = "LaTeX";
        copy.title = "copy the LaTeX of this formula";
        copy.addEventListener("click", () => {
            navigator.clipboard.writeText(source);
            copy.textContent = "copied";
        });
        tex.replaceWith(box);
        box.append(tex, copy);
        tex.dataset.source = source;
    }
}

function shown(part) {
    const all = part.querySelectorAll(".tex:not([data-set])");
    all.forEach(set);
    // measured together: each change between two measurements would lay out the page anew
    const wide = [...all].filter((tex) => tex.tagName === "SPAN" && tex.getBoundingClientRect().width > 250);
    wide.forEach((tex) => tex.classList.add("wide"));
}

for (const part of document.querySelectorAll("details")) {
    shown(part.firstElementChild);
    part.addEventListener("toggle", () => part.open && shown(part));
    if (part.open) {
        shown(part);
    }
}
