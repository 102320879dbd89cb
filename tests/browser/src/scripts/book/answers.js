window.answers = [...document.querySelectorAll('main details')];
return window.answers.map((answer) => answer.firstElementChild.textContent);
