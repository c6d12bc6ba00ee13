import { View } from '@tarojs/components';
import { type PropsWithChildren, type ReactNode, useEffect, useRef, useState } from 'react';
import { inTurn, turnOver } from '@/platform/inTurn';
import type { ListEndState } from '@/platform/usePages';
import { type Watched, watchNearness } from '@/platform/watchNearness';
import { ListEnd } from './ListEnd';
import { Panel } from './Panel';

interface LongListProps<Row> {
  /** Those that were read so far. */
  rows: readonly Row[];
  /** One row, with a key; `index` counts through the list. */
  row(row: Row, index: number): ReactNode;
  /** Of what holds the rows; there is one for every few of them, so its padding below the last row is none. */
  className?: string;
  /** Around them all. */
  frame?: 'panel';
  end: ListEndState;
  onMore(): void;
}

/** How many rows come and go together: 7 KB of products. Pages hold a multiple of it, or the last few are sent twice. */
const together = 4;

/** How many of those lie in one view: WeChat wants at most 60 children in any. */
const inOneView = 15;

/**
 * A list that stays flat however long it is: rows are sent to the view a few at a time, and those that are far from the
 * screen leave it again; what they measured keeps their place.
 */
export function LongList<Row>({ rows, row, className = '', frame, end, onMore }: LongListProps<Row>) {
  const Frame = frame === 'panel' ? FlushPanel : View;
  // The foot outside: Taro sends a list anew when something comes before its last child.
  return (
    <>
      <Frame>
        {startsOf(rows.length, together * inOneView).map((from) => (
          <View key={from}>
            {startsOf(Math.min(rows.length - from, together * inOneView), together).map((offset) => (
              <Stretch key={offset} className={className} first={from + offset === 0}>
                {() => shown(rows, from + offset, row)}
              </Stretch>
            ))}
          </View>
        ))}
      </Frame>
      <ListEnd state={end} onMore={onMore} />
    </>
  );
}

/** Where each part of so many begins. */
const startsOf = (count: number, part: number): number[] =>
  Array.from({ length: Math.ceil(count / part) }, (_none, index) => index * part);

const shown = <Row,>(rows: readonly Row[], start: number, row: LongListProps<Row>['row']): ReactNode =>
  rows.slice(start, start + together).map((each, index) => row(each, start + index));

const FlushPanel = ({ children }: PropsWithChildren) => <Panel flush>{children}</Panel>;

/** What a stretch is taken to be high before it was ever shown, in px. */
const usualHeight = 600;

/** A few rows, there while they are near the screen; the first ones of a list are there from the beginning. */
function Stretch({ className, first, children }: { className: string; first: boolean; children(): ReactNode }) {
  const element = useRef<Watched>();
  // The height in px that it keeps while its rows are away.
  const [away, setAway] = useState(first ? undefined : usualHeight);
  const shown = useRef(first);
  const show = useRef(() => setAway(undefined)).current;

  useEffect(() => {
    if (!element.current) return;
    const leave = watchNearness(element.current, (near, height) => {
      if (near === shown.current) return;
      shown.current = near;
      if (near) return inTurn(show);
      turnOver(show);
      setAway(height);
    });
    return () => {
      leave();
      turnOver(show);
    };
  }, [show]);
  useEffect(() => {
    if (away === undefined) turnOver(show);
  }, [away, show]);

  return away === undefined ? (
    <View ref={element} className={className}>
      {children()}
    </View>
  ) : (
    <View ref={element} style={{ height: `${away}px` }} />
  );
}
