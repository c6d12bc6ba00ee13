import fc from 'fast-check';
import type { StoredDocument } from './Collection';
import { DocumentCache } from './DocumentCache';

const room = 8;

const stored = (rid: number, text = ''): StoredDocument => ({ rid, key: `key-${rid}`, text, document: {} });

const step = fc.oneof(
  fc.record({ does: fc.constant('add' as const), rid: fc.nat(20) }),
  fc.record({ does: fc.constant('use' as const), rid: fc.nat(20) }),
  fc.record({ does: fc.constant('delete' as const), rid: fc.nat(20) }),
);

test('what it answers is what was added last, by id and by row alike; there are never more than there is room for', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 50, maxLength: 200 }), (steps) => {
      const cache = new DocumentCache(room);
      const newest = new Map<number, StoredDocument>();
      for (const [at, { does, rid }] of steps.entries()) {
        if (does === 'add') newest.set(rid, cache.add(stored(rid, String(at))));
        else if (does === 'use') cache.byRid(rid);
        else if (newest.delete(rid)) cache.delete(`key-${rid}`);

        const held = [...Array(21).keys()].filter((each) => cache.holds(each));
        expect(held.length).toBeLessThanOrEqual(room);
        expect(held.filter((each) => !newest.has(each))).toEqual([]);
      }
      for (const [rid, document] of newest) {
        expect([undefined, document]).toContain(cache.byKey(`key-${rid}`));
        expect([undefined, document]).toContain(cache.byRid(rid));
      }
    }),
  );
});

test('who is used again and again stays, whoever passes by', () => {
  const cache = new DocumentCache(room);
  cache.add(stored(0));
  for (let rid = 1; rid < 100; rid++) {
    cache.add(stored(rid));
    expect(cache.byKey('key-0')).toEqual(stored(0));
  }
});

test('nothing is left of what was forgotten', () => {
  const cache = new DocumentCache(room);
  for (let rid = 0; rid < 10; rid++) cache.add(stored(rid));
  cache.clear();
  for (let rid = 0; rid < 10; rid++) expect(cache.byRid(rid) ?? cache.byKey(`key-${rid}`)).toBeUndefined();
});
