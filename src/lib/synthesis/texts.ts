/**
 * What the embedded corpus says: eight nonsense utterances of 12 to 14 sounds. Symbols as in
 * `phones.ts`; `'` marks a stressed vowel, `|` a pause.
 */
export const TEXTS: Readonly<Record<string, string>> = {
  t1: "b a' l o m e' n u t i' k a",
  t2: "s e' l u t o' r i | p a' n o",
  t3: "f i' n o g a l e' | t u' m a",
  t4: "n o' t e S a' r u k i' m o",
  t5: "m u' s a t e' l i p o' n a",
  t6: "v a' t e n o' k i | l u' s a",
  t7: "l e' z a t o' s i n u' k a r e",
  t8: "d i' p o S a m e' | f u l a'",
};
