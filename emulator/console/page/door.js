/** Asks the door: `GET /_emulator/<what>`, or `POST` with a body. Rejects with its code and message. */
export async function ask(what, body) {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/_emulator/${what}`, body === undefined ? {} : post);
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.code}：${answer.message}`);
  return answer;
}
