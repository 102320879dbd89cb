for (const crossOrigin of [null, 'anonymous']) {
  const link = document.createElement('link');
  document.head.append(Object.assign(link, { rel: 'preconnect', href: '/', crossOrigin }));
}
