import { useState } from 'react';

/** Words that are typed, and the words that are searched for: a search begins when it is asked for. */
export function useOrderSearch() {
  const [typed, type] = useState('');
  const [words, setWords] = useState('');
  return {
    typed,
    words,
    type: (text: string) => {
      type(text);
      if (text === '') setWords('');
    },
    search: (text: string) => {
      type(text.trim());
      setWords(text.trim());
    },
  };
}
