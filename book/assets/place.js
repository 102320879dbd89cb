// The sidebar: its folds by keyboard. And read off it: where a page is, and what comes next, by name.
(() => {
    "use strict";

    const links = [...document.querySelectorAll("#mdbook-sidebar .chapter a[href]")];
    const here = links.find((link) => link.classList.contains("active"));

    // What folds a chapter's pages is there for the mouse alone; a group's name does nothing.
    document.querySelectorAll(".chapter-fold-toggle").forEach((toggle) => {
        const [name, item] = [toggle.parentElement.firstElementChild, toggle.closest("li")];
        const say = () => toggle.setAttribute("aria-expanded", item.classList.contains("expanded"));
        toggle.tabIndex = 0;
        toggle.setAttribute("role", "button");
        toggle.setAttribute("aria-label", `Pages of ${name.textContent}`);
        toggle.addEventListener("click", say);
        toggle.addEventListener("keydown", (event) => {
            if (["Enter", " "].includes(event.key)) {
                event.preventDefault();
                toggle.click();
            }
        });
        if (name.matches("span")) {
            name.addEventListener("click", () => toggle.click());
        }
        say();
    });

    // At the foot, and for the arrows at the sides of a wide window.
    [["prev", "Before"], ["next", "Next"]].forEach(([rel, word]) => {
        document.querySelectorAll(`a[rel~="${rel}"]`).forEach((arrow) => {
            const name = links.find((link) => link.href === arrow.href)?.textContent;
            if (!name) {
                return;
            }
            arrow.title = `${word}: ${name}`;
            arrow.setAttribute("aria-label", arrow.title);
            if (arrow.matches(".mobile-nav-chapters")) {
                const [small, large] = ["small", "span"].map((kind) => document.createElement(kind));
                small.textContent = word;
                large.textContent = name;
                large.prepend(small);
                arrow.append(large);
            }
        });
    });

    // At the head, behind the minutes.
    const minutes = document.querySelector("main > p.minutes");
    const folder = (link) => link.href.split("/").at(-2);
    const number = /^\d\d(?=-)/.exec(here ? folder(here) : "");
    if (minutes && number) {
        const isPage = (link) => folder(link) === folder(here) && !/\/ex\d/.test(link.href);
        const pages = links.filter(isPage);
        const at = pages.indexOf(here);
        const place = at === 0 ? ` in ${pages.length} pages` : `, page ${at + 1} of ${pages.length}`;
        minutes.append(` \u00b7 chapter ${number}${place}`);
    }
})();
