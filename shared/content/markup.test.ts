import { htmlOfText, textOfHtml, textOfMarkup } from './markup';

const typed = [
  '# 醋是熬出来的',
  '',
  '头伏天，**夏伏晒**。',
  '一晒就是一年。',
  '',
  '> 冬捞冰',
  '',
  '- 高粱',
  '- 大麦',
].join('\n');

test('plain text becomes paragraphs, headings, quotations and lists, and comes back the same', () => {
  const html = htmlOfText(typed);
  expect(html).toBe(
    '<h2>醋是熬出来的</h2><p>头伏天，<strong>夏伏晒</strong>。<br>一晒就是一年。</p><blockquote>冬捞冰</blockquote><ul><li>高粱</li><li>大麦</li></ul>',
  );
  expect(htmlOfText(textOfMarkup(html))).toBe(html);
});

test('what looks like HTML is text, both ways', () => {
  const html = htmlOfText('<script>alert("1")</script> & 酸 > 甜');
  expect(html).toBe('<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 酸 &gt; 甜</p>');
  expect(textOfHtml(html)).toBe('<script>alert("1")</script> & 酸 > 甜');
});
