const headings = [...document.querySelectorAll('h1')].map((heading) => heading.innerText);
const mains = document.querySelectorAll('main').length;
return `lang ${document.documentElement.lang}, h1 [${headings}], main ${mains}`;
