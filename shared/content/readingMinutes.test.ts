import { readingMinutes } from './readingMinutes';

test('300 Chinese characters are a minute, a word of Latin letters is one of them, tags and spaces are none', () => {
  expect(readingMinutes([])).toBe(1);
  expect(readingMinutes([`<p>${'醋'.repeat(300)}</p>`])).toBe(1);
  expect(readingMinutes([`<p class="rich-p">${'醋'.repeat(200)}</p>`, `<b>${'米'.repeat(101)}</b>`])).toBe(2);
  expect(readingMinutes([`<p>${'vinegar '.repeat(300)}</p>`])).toBe(1);
  expect(readingMinutes([`<p>${'醋 vinegar，'.repeat(151)}</p>`])).toBe(2);
});
