// Terminals and messages of the compiler: what is typed, what is meant, and what a mend has changed.
(() => {
    "use strict";

    const part = (kind, className, text) =>
        Object.assign(document.createElement(kind), { className, textContent: text });

    // ---- A terminal: prompts and output are not copied ----

    // What differs from run to run.
    const withoutChance = (line) => line.replace(/127\.0\.0\.1:\d+/g, "a client")
        .replace(/worker-\d+/g, "a worker").replace(/\d+(\.\d+)?(ns|µs|ms)\b/g, "a moment");

    const linesOf = (code) => code.textContent.replace(/\n$/, "").split("\n");
    const consoles = [...document.querySelectorAll("main pre > code.language-console")];
    const valueOf = (code, name) =>
        [...code.classList].find((word) => word.startsWith(`${name}=`))?.split("=")[1];

    // All that terminals said in a harm, if this is the terminal of its mend.
    function harmOf(code) {
        const name = valueOf(code, "mended");
        const harms = consoles.filter((other) => name && valueOf(other, "harm") === name);
        return harms.length > 0 && new Set(harms.flatMap(linesOf).map(withoutChance));
    }

    function terminal(line, harm) {
        if (line.startsWith("$ ")) {
            return [part("span", "prompt", "$ "), part("b", "command", `${line.slice(2)}\n`)];
        }
        const isNew = harm && line !== "..." && !harm.has(withoutChance(line));
        const output = part("span", "output", isNew ? "" : line);
        output.append(...(isNew ? [part("ins", "changed", line)] : []), "\n");
        return [output];
    }

    const shown = consoles.map((code) => [code, linesOf(code), harmOf(code)]);
    shown.forEach(([code, lines, harm]) =>
        code.replaceChildren(...lines.flatMap((line) => terminal(line, harm))));

    // mdBook copies what can be seen, so for that moment the rest cannot.
    document.addEventListener("click", (event) => {
        const block = event.target.closest(".clip-button")?.closest("pre:has(.command)");
        if (block) {
            block.classList.add("copied");
            setTimeout(() => block.classList.remove("copied"));
        }
    }, true);

    // ---- The compiler: carets, and codes that lead to their entry in the index ----

    const KINDS = { error: "refusal", warning: "doubt", help: "advice", note: "advice" };

    function marks(text) {
        const runs = text.match(/\^+|[-~+]+|[^-^~+]+/g) ?? [];
        const kind = (run) => (run[0] === "^" ? "caret" : "under");
        return runs.map((run) => (/[-^~+]/.test(run) ? part("b", kind(run), run) : run));
    }

    function said(line) {
        const [, kind, code, rest] = /^(error|warning|help|note)(?:\[(E\d{4})\])?(:.*)$/.exec(line) ?? [];
        if (kind) {
            const link = part("a", "", code);
            link.href = `${path_to_root}compiler-errors.html#${code?.toLowerCase()}`;
            return [part("b", KINDS[kind], kind), ...(code ? ["[", link, "]"] : []), rest];
        }
        const [, gutter, marked, label] =
            /^( +\|)([ |_]*[-^~+][-^~+_ |]*)(.*)$/.exec(line) ?? /^(\d+ +)([-~+])(.*)$/.exec(line) ?? [];
        return gutter ? [gutter, ...marks(marked), label] : [line];
    }

    document.querySelectorAll("main pre > code.language-text").forEach((code) => {
        if (/^(error|warning)(\[E\d{4}\])?: |^ +\| /m.test(code.textContent)) {
            const lines = linesOf(code);
            code.replaceChildren(...lines.flatMap((line) => [...said(line), "\n"]));
        }
    });
})();
