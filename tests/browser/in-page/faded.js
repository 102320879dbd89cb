// The lines that stay as they are, in pieces that the reader types.
return [...document.querySelectorAll('code.put .boring')].map((line) => line.textContent);
