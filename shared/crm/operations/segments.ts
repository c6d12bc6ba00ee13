import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Id, Moment, Text } from '../../kernel/schemas';
import { Conditions, Count, NotFound } from '../shapes';

const Segment = v.object({ segmentId: Id, name: v.string(), conditions: Conditions, savedAt: Moment });

/** Conditions that a shop has saved under a name. */
export const segmentOperations = {
  /** How many customers meet conditions. */
  countSegment: {
    who: 'staff',
    input: v.object({ shopId: Id, conditions: Conditions }),
    output: Count,
    refusals: {},
  },
  /** Writes a segment under the client's id; a shop has 50 at most. */
  saveSegment: {
    who: 'manager',
    audit: ['segmentId'],
    input: v.object({ shopId: Id, segmentId: Id, name: Text(20), conditions: Conditions }),
    output: Segment,
    refusals: { ...NotFound, TOO_MANY: v.object({}) },
  },
  /** All of a shop's segments, the latest first. */
  listSegments: {
    who: 'staff',
    input: v.object({ shopId: Id }),
    output: v.object({ segments: v.array(Segment) }),
    refusals: {},
  },
  /** Removes a segment; campaigns have their own copy of its conditions. */
  removeSegment: {
    who: 'manager',
    audit: ['segmentId'],
    input: v.object({ shopId: Id, segmentId: Id }),
    output: v.object({}),
    refusals: {},
  },
} satisfies Contract;
