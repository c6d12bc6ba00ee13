import path from 'node:path';

const root = path.resolve(__dirname, '..');

/** Where things lie in the repository. */
export const paths = {
  root,
  /** What the local CloudBase keeps between two starts. */
  data: path.join(root, '.meidian'),
  functions: path.join(root, 'dist/cloudfunctions'),
  /** The functions as they are sent to CloudBase; a local CloudBase may be running those of `functions`. */
  deployment: path.join(root, 'dist/deployment'),
  h5: path.join(root, 'dist/h5'),
  weapp: path.join(root, 'dist/weapp'),
  /** Drawn pictures of the demo world, kept because drawing takes seconds. */
  pictures: path.join(root, 'dist/pictures'),
  collections: path.join(root, 'cloudfunctions/collections.json'),
} as const;
