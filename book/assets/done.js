// Checkpoints can be marked as done. This browser remembers it, and nobody else is told.
(() => {
    "use strict";

    const KEY = "from-socket-to-shutdown.done";
    const counts = window.checkpoints;
    const pages = Object.keys(counts);
    const page = location.pathname.split("/").slice(-2).join("/").replace(/\.html$/, "");

    // The checkpoints of a page, or of all pages whose names begin so.
    const places = (begin) => pages.filter((name) => name.startsWith(begin)).flatMap((name) =>
        Array.from({ length: counts[name] }, (_, at) => `${name}#checkpoint-${at + 1}`));

    // A browser may be told to remember nothing: then it is forgotten with the page.
    let done = new Set();
    const read = () => {
        try {
            done = new Set(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
        } catch { /* as it was */ }
    };
    const mark = (place, isDone) => {
        read(); // another tab may have marked others
        done[isDone ? "add" : "delete"](place);
        try {
            localStorage.setItem(KEY, JSON.stringify([...done]));
        } catch { /* until the page is left */ }
    };

    // A box below each checkpoint of this page.
    const chapter = page.split("/")[0];
    const all = places(`${chapter}/`);
    const boxes = [...document.querySelectorAll("main .checkpoint")].map((checkpoint, at) => {
        const place = `${page}#checkpoint-${at + 1}`;
        const number = all.indexOf(place) + 1;
        if (number === 0) {
            return null; // the page that holds the whole book, to be printed
        }
        const [label, box] = ["label", "input"].map((kind) => document.createElement(kind));
        checkpoint.id = `checkpoint-${at + 1}`;
        label.className = "done";
        box.type = "checkbox";
        label.append(box, `Done: chapter ${page.slice(0, 2)}, checkpoint ${number} of ${all.length}`);
        box.addEventListener("change", () => {
            mark(place, box.checked);
            show();
        });
        checkpoint.append(label);
        return { box, place };
    }).filter(Boolean);

    // Behind a chapter's name in the sidebar how many are done, if any; behind a page's that all are.
    const entries = [...document.querySelectorAll("#mdbook-sidebar .chapter a[href]")].map((link) => {
        const name = link.href.split("/").slice(-2).join("/").replace(/\.html$/, "");
        const isChapter = name.endsWith("/index");
        const span = document.createElement("span");
        span.className = "count";
        return { link, span, isChapter, here: places(isChapter ? name.replace("index", "") : `${name}`) };
    }).filter(({ here }) => here.length > 0);

    function show() {
        boxes.forEach(({ box, place }) => { box.checked = done.has(place); });
        entries.forEach(({ link, span, isChapter, here }) => {
            const count = here.filter((place) => done.has(place)).length;
            const text = isChapter ? `${count} of ${here.length}` : "\u2713";
            span.textContent = text;
            span.title = "checkpoints that are done";
            span.remove();
            if (count === here.length || (isChapter && count > 0)) {
                link.after(span);
            }
        });
    }

    const showAnew = () => {
        read();
        show();
    };
    window.addEventListener("storage", showAnew);
    window.addEventListener("pageshow", showAnew);
    showAnew();
})();
