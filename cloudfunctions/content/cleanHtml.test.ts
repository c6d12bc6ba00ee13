import { cleanHtml } from './cleanHtml';

const what = (html: string) => Object.fromEntries(cleanHtml(html).removed.map(({ what, count }) => [what, count]));

test('what is harmless stays, with the class that our pages style it by', () => {
  const html = '<h1>醋</h1><p style="text-align:center">一<b>二</b><br>三</p><ul><li>高粱</li></ul>';
  expect(cleanHtml(html)).toEqual({
    html: '<h2 class="rich-h">醋</h2><p class="rich-p" style="text-align:center">一<strong class="rich-strong">二</strong><br />三</p><ul class="rich-list"><li class="rich-item">高粱</li></ul>',
    removed: [],
  });
});

test('cleaning twice changes nothing', () => {
  const once = cleanHtml('<div onclick="x()">醋 & 米 <a href="https://example.com/a?b=1&amp;c=2">看</a></div>').html;
  expect(cleanHtml(once)).toEqual({ html: once, removed: [] });
});

test.each<[string, string, Record<string, number>]>([
  ['<script>alert(1)</script><p>醋</p>', '<p class="rich-p">醋</p>', { script: 1 }],
  ['<p onclick="alert(1)" onmouseover=x>醋</p>', '<p class="rich-p">醋</p>', { handler: 1 }],
  ['<img src=x onerror=alert(1)>醋', '醋', { picture: 1, handler: 1 }],
  ['<a href="javascript:alert(1)">醋</a>', '<a class="rich-link">醋</a>', { link: 1 }],
  ['<a href=" JaVa&#x09;script:alert(1)">醋</a>', '<a class="rich-link">醋</a>', { link: 1 }],
  ['<a href="data:text/html,<script>">醋</a>', '<a class="rich-link">醋</a>', { link: 1 }],
  ['<a href="http://example.com">醋</a>', '<a class="rich-link">醋</a>', { link: 1 }],
  ['<a href="//example.com">醋</a>', '<a class="rich-link">醋</a>', { link: 1 }],
  ['<iframe src="https://a.com"><iframe src="b"></iframe></iframe><p>醋</p>', '<p class="rich-p">醋</p>', { frame: 1 }],
  ['<svg><a xlink:href="javascript:x"><text>y</text></a></svg>醋', '醋', { script: 1, tag: 1 }],
  ['<p style="position:fixed;background:url(javascript:x)">醋</p>', '<p class="rich-p">醋</p>', { style: 1 }],
  ['<form action="https://a.com"><input name=p>醋</form>', '醋', { frame: 2 }],
  ['<p class="rich-p evil" id="x">醋</p>', '<p class="rich-p">醋</p>', {}],
  ['<scr<script>ipt>alert(1)</script>醋', 'ipt>alert(1)醋', { tag: 1 }],
  ['<blink>醋</blink>', '醋', { tag: 1 }],
  ['&lt;script&gt;醋', '&lt;script&gt;醋', {}],
])('%s', (html, clean, removed) => {
  const found = cleanHtml(html);
  expect(found.html.replaceAll('&gt;alert', '>alert')).toBe(clean);
  expect(what(html)).toEqual(removed);
});
