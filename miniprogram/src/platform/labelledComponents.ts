/** In Taro's words, '' means: take the value from the component's props. */
const fromProps = {
  role: '',
  'aria-label': '',
  'aria-disabled': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
};

/**
 * What screen readers need of the components that we label, and Taro leaves out. Taro numbers the props of a component,
 * once for its templates and once at run time; so both must be told, or each reads another prop under the same number.
 */
export const labelledComponents = { View: fromProps, Text: fromProps, Image: fromProps, Input: fromProps };
