import { execFile } from 'node:child_process';
import path from 'node:path';
import { paths } from './paths';

/** What a command-line tool said, and its exit code. */
export interface ToolRun {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a Node program of our packages (`eslint/bin/eslint.js`) in a folder; resolves whatever its exit code. */
export const runTool = (cwd: string, program: string, ...args: readonly string[]): Promise<ToolRun> =>
  new Promise((resolve) => {
    const file = path.join(paths.root, 'node_modules', program);
    execFile(process.execPath, [file, ...args], { cwd, maxBuffer: 100_000_000 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
