import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { findInducements } from '../shared/fan/findInducements';

/** What reaches a phone: the mini program, and the rules it shares with the functions. */
const shipped = ['miniprogram/src', 'shared'];

/**
 * Looks through every text that a person could read on a phone for what WeChat forbids: string literals, templates and
 * the text of JSX, as the compiler reads them. Answers one line for each: `miniprogram/src/x.tsx:7 says "关注领": …`.
 */
export function findInducingStrings(root: string): string[] {
  return shipped
    .flatMap((folder) => sourcesBelow(path.join(root, folder)))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
      return textsIn(source).flatMap(({ at, text }) => {
        const line = source.getLineAndCharacterOfPosition(at).line + 1;
        return findInducements(text).map(
          ({ word, reason, suggestion }) =>
            `${path.relative(root, file)}:${line} says ${JSON.stringify(word)}: ${reason}; ${suggestion}`,
        );
      });
    });
}

const sourcesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(({ name }) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((entry) => path.join(entry.parentPath, entry.name));

interface Said {
  at: number;
  text: string;
}

function textsIn(node: ts.Node, isInside = false): Said[] {
  const at = node.getStart();
  if (ts.isStringLiteralLike(node)) return [{ at, text: node.text }];
  const own: Said[] = [];
  // A word may be cut by a tag, so that all text of one element counts as one.
  if (isJsx(node) && !isInside) own.push({ at, text: jsxText(node) });
  if (ts.isTemplateExpression(node)) own.push({ at, text: templateText(node) });
  const inner: Said[] = [];
  ts.forEachChild(node, (child) => void inner.push(...textsIn(child, isInside || isJsx(node))));
  return [...own, ...inner];
}

const isJsx = (node: ts.Node): boolean => ts.isJsxElement(node) || ts.isJsxFragment(node);

function jsxText(node: ts.Node): string {
  if (ts.isJsxText(node)) return node.text;
  let text = '';
  ts.forEachChild(node, (child) => {
    text += jsxText(child);
  });
  return text;
}

const templateText = ({ head, templateSpans }: ts.TemplateExpression): string =>
  head.text + templateSpans.map(({ literal }) => literal.text).join('');
