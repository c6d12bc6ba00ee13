import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

type Place = readonly [longitude: number, latitude: number];

const program = 'redis-server';

/** Whether this machine has a Redis to start. */
export const hasRedis = (): boolean => spawnSync(program, ['--version']).status === 0;

/** Places are added so many at once. */
const atOnce = 1_000;

/** A Redis of our own behind a socket file, with places in one sorted set, for as long as a bench needs it. */
export class RedisGeo {
  readonly #waiting: ((reply: string) => void)[] = [];
  #received = '';

  private constructor(
    private readonly server: ChildProcess,
    private readonly socket: Socket,
    private readonly folder: string,
  ) {
    socket.setEncoding('utf8').on('data', (text: string) => {
      this.#received += text;
      this.#answer();
    });
  }

  /** Starts the server with these places in it; each is known by its number. */
  static async open(places: readonly Place[]): Promise<RedisGeo> {
    const folder = mkdtempSync(path.join(tmpdir(), 'redis-geo-'));
    const file = path.join(folder, 'redis.sock');
    const server = spawn(program, ['--port', '0', '--unixsocket', file, '--save', '', '--dir', folder]);
    const redis = new RedisGeo(server, await connected(file), folder);
    for (let from = 0; from < places.length; from += atOnce) {
      const items = places.slice(from, from + atOnce).flatMap(([x, y], index) => [x, y, from + index]);
      await redis.#send('GEOADD', 'shops', ...items);
    }
    return redis;
  }

  /** Numbers of the nearest places, the nearest first. */
  async nearest([longitude, latitude]: Place, radiusMetres: number, most: number): Promise<number[]> {
    const around = ['FROMLONLAT', longitude, latitude, 'BYRADIUS', radiusMetres, 'm', 'ASC', 'COUNT', most];
    const reply = await this.#send('GEOSEARCH', 'shops', ...around);
    // `*2 $1 7 $2 12`: how many, then each with its length before it.
    const lines = reply.split('\r\n').slice(1, -1);
    return lines.filter((_line, index) => index % 2 === 1).map(Number);
  }

  close(): void {
    this.socket.destroy();
    this.server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #send(...words: readonly (string | number)[]): Promise<string> {
    const parts = words.map(String).map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
    this.socket.write(`*${words.length}\r\n${parts.join('')}`);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #answer(): void {
    for (let length = replyLength(this.#received); length > 0; length = replyLength(this.#received)) {
      const reply = this.#received.slice(0, length);
      this.#received = this.#received.slice(length);
      if (reply.startsWith('-')) throw new Error(`Redis: ${reply.trim()}`);
      this.#waiting.shift()?.(reply);
    }
  }
}

/** How long the first reply is: a line, or a list of texts that are two lines each; 0 until all of it is here. */
function replyLength(received: string): number {
  const first = received.indexOf('\r\n');
  if (first < 0) return 0;
  const lines = received.startsWith('*') ? 2 * Number(received.slice(1, first)) : 0;
  let end = first;
  for (let line = 0; line < lines; line += 1) {
    end = received.indexOf('\r\n', end + 2);
    if (end < 0) return 0;
  }
  return end + 2;
}

async function connected(file: string): Promise<Socket> {
  while (!existsSync(file)) await new Promise((resolve) => setImmediate(resolve));
  const socket = connect(file);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return socket;
}
