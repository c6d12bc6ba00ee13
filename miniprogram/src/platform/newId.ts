/** A new id of 24 url-safe characters, a letter first: when it was made, and 16 characters nobody else has. */
export function newId(): string {
  const when = Date.now().toString(36).slice(-8).padStart(7, '0');
  let id = `m${when}`;
  while (id.length < 24) id += alphabet.charAt(Math.floor(Math.random() * alphabet.length));
  return id;
}

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
