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

    // mdBook puts a list right into a list where a page skips a level of headings; lists hold items.
    document.addEventListener("DOMContentLoaded", () => {
        document.querySelectorAll(".on-this-page ol > ol").forEach((list) => {
            const item = document.createElement("li");
            list.replaceWith(item);
            item.append(list);
        });
    });

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
})();
