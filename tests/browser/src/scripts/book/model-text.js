// What is at a place of the model. Clients in a list: their numbers. Workers: what they do.
const place = document.getElementById('pool-ID');
const worker = ({ dataset: { does, client, keeps } }) =>
  [does, client, keeps === 'true' && 'keeps'].filter(Boolean).join(' ');
const members = [...place.children].filter((child) => child.matches('li'));
if (place.id === 'pool-workers') return members.map(worker).join(', ');
if (place.localName === 'ol') return members.map(({ dataset }) => dataset.client).join(' ');
return place.textContent;
