/**
 * What the embedded corpus says: eight nonsense utterances of 12 to 14 sounds. Symbols as in `phones.ts`; `'` marks a stressed vowel, `|` a
 * pause.
 */
export const TEXTS: Readonly<Record<string, string>> = {
  t1: "b a' l o m e' n u t i' k a",
  t2: "s e' l u d o' r i | m a' n o",
  t3: "f i' n o g a l e' | t u' m a",
  t4: "n o' d e S a' r u l i' m o",
  t5: "m u' s a d e' l i p o' n a",
  t6: "v a' r e n o' k i | l u' z a",
  t7: "l e' m a t o' s i n u' d a r e",
  t8: "d i' g o n a m e' | f u l a'",
};
