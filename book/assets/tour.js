// Small helps that a stylesheet cannot give. The book reads well without them.
(() => {
    "use strict";

    // The link that skips the sidebar has to come before it.
    const skip = document.getElementById("skip-link");
    const text = document.querySelector("main");
    if (skip && text) {
        document.body.prepend(skip);
        skip.addEventListener("click", (event) => {
            event.preventDefault();
            text.tabIndex = -1;
            text.focus();
        });
    }

    // mdBook's button for the sidebar is a label, which no keyboard reaches: a real one takes over.
    const label = document.getElementById("mdbook-sidebar-toggle");
    const box = document.getElementById("mdbook-sidebar-toggle-anchor");
    if (label && box) {
        const button = document.createElement("button");
        ["id", "class", "title", "aria-label", "aria-controls"].forEach((name) => {
            button.setAttribute(name, label.getAttribute(name));
        });
        button.type = "button";
        button.append(...label.childNodes);
        label.removeAttribute("id");
        label.hidden = true;
        label.before(button);
        const say = () => button.setAttribute("aria-expanded", box.checked);
        button.addEventListener("click", () => label.click());
        box.addEventListener("change", say);
        say();
    }
    const menu = document.getElementById("mdbook-menu-bar");
    if (menu) {
        menu.setAttribute("role", "banner");
    }

    // What scrolls sideways can be reached with the keyboard, and only while it scrolls.
    const blocks = document.querySelectorAll("main pre > code, main .table-wrapper");
    // What is folded away has no size that could be trusted, until it is unfolded.
    const look = (block) => {
        const isFolded = block.closest("details:not([open])");
        if (isFolded || block.scrollWidth > block.clientWidth + 1) {
            block.tabIndex = 0;
            block.setAttribute("role", "group");
            const kind = block.matches("code") ? "Code" : "Table";
            block.setAttribute("aria-label", kind + ", scrolls sideways");
        } else {
            ["tabindex", "role", "aria-label"].forEach((name) => block.removeAttribute(name));
        }
    };
    blocks.forEach(look);
    const observer = new ResizeObserver((entries) => entries.forEach((entry) => look(entry.target)));
    blocks.forEach((block) => observer.observe(block));
    document.addEventListener("toggle", (event) => {
        blocks.forEach((block) => event.target.contains(block) && look(block));
    }, true);

    // There the arrow keys scroll, and do not turn the page.
    window.addEventListener("keydown", (event) => {
        const scrolls = event.target.closest?.("pre > code, .table-wrapper");
        if (scrolls && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
            event.stopImmediatePropagation();
        }
    }, true);

    // On a phone a row of a table is a card, whose values need the words of the head; and so laid out
    // it is a table only for those who are told.
    const ROLES = {
        TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TH: "columnheader", TD: "cell",
    };
    document.querySelectorAll("main table").forEach((table) => {
        const heads = [...table.querySelectorAll("thead th")].map(({ textContent }) => textContent);
        [table, ...table.querySelectorAll("*")].forEach((element) => {
            const role = ROLES[element.tagName];
            if (role) {
                element.setAttribute("role", role);
            }
        });
        [...table.rows].forEach(({ cells }) => [...cells].forEach((cell, at) => {
            cell.dataset.label = heads[at];
        }));
    });
})();
