/** A text without the marks above and below its letters, as people type it in a hurry. */
export const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/đ/gi, "d").toLowerCase();

/** Whether what was typed is somewhere in a text. */
export const found = (typed: string, text: string): boolean => plain(text).includes(plain(typed.trim()));

/** A word of ours where it stands alone, as choices do; never what people wrote. */
export const beginning = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);
