import { parseArgs } from 'node:util';
import { killSoak } from './killSoak';

/** `npx tsx test/emulator-soak/run.ts --kills 100 --documents 1000000`: the long soak, with its figures. */
async function run(): Promise<void> {
  const number = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const { values } = parseArgs({ options: { kills: number('100'), documents: number('0'), writes: number('300') } });
  const { broken, restartsMs, ...counts } = await killSoak({
    kills: Number(values.kills),
    signal: 'SIGKILL',
    documents: Number(values.documents),
    writesBetween: Number(values.writes),
    onKill: (kill, restartMs) => console.log(`kill ${kill + 1}: back after ${Math.round(restartMs)} ms`),
  });
  console.log(counts);
  const at = (part: number): number => Math.round(restartsMs[Math.floor((restartsMs.length - 1) * part)] ?? 0);
  console.log(`restart with ${values.documents} documents: p50 ${at(0.5)} ms, max ${at(1)} ms`);
  console.log(broken.length === 0 ? 'nothing lost, the books balance' : broken.join('\n'));
  process.exitCode = broken.length === 0 ? 0 : 1;
}

void run();
