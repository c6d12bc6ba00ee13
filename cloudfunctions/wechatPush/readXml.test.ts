import { readXml } from './readXml';

test('a flat message is read as texts, what is in CDATA as it stands', () => {
  const xml =
    '<xml><ToUserName><![CDATA[gh_1]]></ToUserName><CreateTime>0012</CreateTime><Content><![CDATA[<!DOCTYPE a> & <b>]]></Content></xml>';
  expect(readXml(xml)).toEqual({ ToUserName: 'gh_1', CreateTime: '0012', Content: '<!DOCTYPE a> & <b>' });
});

test('what has elements inside is left out', () => {
  expect(readXml('<xml><A>1</A><B><C>2</C></B></xml>')).toEqual({ A: '1' });
});

const lol = '<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">';
test.each([
  ['entities', `<!DOCTYPE xml [${lol}]><xml><A>&b;</A></xml>`],
  ['a file', '<!DOCTYPE xml [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><A>&f;</A></xml>'],
  ['an instruction', '<?xml version="1.0"?><xml><A>1</A></xml>'],
  ['a comment', '<xml><A>1<!-- x --></A></xml>'],
  ['a CDATA that does not end', '<xml><A><![CDATA[1</A></xml>'],
  ['another root', '<html><A>1</A></html>'],
  ['two roots', '<xml><A>1</A></xml><xml><A>2</A></xml>'],
  ['no end', '<xml><A>1'],
  ['only text', 'success'],
  ['nothing', ''],
  ['a number', '<xml>7</xml>'],
])('a message with %s is none', (_what, text) => {
  expect(readXml(text)).toBeUndefined();
});

test('an entity that is not defined stays text; names of JavaScript do no harm', () => {
  expect(readXml('<xml><A>&b;</A></xml>')).toEqual({ A: '&b;' });
  const read = readXml('<xml><constructor>1</constructor><A>2</A></xml>');
  expect(read === undefined || Object.getPrototypeOf(read) === Object.prototype).toBe(true);
  expect(readXml('<xml><__proto__>1</__proto__></xml>')?.polluted).toBeUndefined();
});
