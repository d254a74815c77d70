/**
 * Words for each common name, in the languages of the usual corpora, in lower case; codes that only
 * one emotion has stand among them.
 */
const WORDS: Readonly<Record<string, string>> = {
  anger:
    "anger angry ang mad rage furious wut ärger wütend colère colere enojo enfado ira enojado rabbia arrabbiato raiva złość gniew öfke kızgın гнев злость angriness 生气 愤怒 怒り غضب خشم boos",
  boredom: "boredom bored boring langeweile gelangweilt ennui aburrimiento noia tédio nuda скука 无聊",
  calm: "calm calmness ruhig ruhe calme calma calmo sakin спокойствие 平静",
  contempt:
    "contempt contemptuous verachtung mépris mepris desprecio disprezzo desprezo pogarda презрение 轻蔑",
  disgust:
    "disgust disgusted dis ekel dégoût degout asco disgusto nojo wstręt tiksinti отвращение 厌恶 اشمئزاز walging",
  fear: "fear fearful fea afraid scared angst peur miedo paura medo strach korku страх 恐惧 害怕 خوف ترس bang",
  happiness:
    "happiness happy hap joy joyful freude fröhlich glücklich joie heureux alegría alegria felicidad gioia felicità felice radość mutluluk mutlu радость счастье 快乐 高兴 开心 喜び فرح سعادة شادی blij",
  neutral:
    "neutral neutrality neu neutre neutro neutra neutrale neutralny nötr nötral нейтральный нейтрально 中立 中性 محايد neutraal",
  sadness:
    "sadness sad trauer traurig tristesse triste tristeza tristezza smutek üzgün üzüntü грусть печаль 伤心 悲伤 حزن غم verdrietig",
  surprise:
    "surprise surprised sur überraschung überrascht sorpresa surpresa zaskoczenie şaşkın şaşkınlık удивление 惊喜 惊讶 مفاجأة تعجب ps pleasant_surprise pleasant_surprised verrast",
};

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([name, words]) =>
    words.split(" ").map((word) => [word.normalize("NFC"), name] as const),
  ),
);

/**
 * The common name of an emotion, for a word that means one without doubt.
 *
 * @param word in any case and Unicode form
 * @returns undefined for any other word
 *
 * @example commonName("Freude") // "happiness"
 */
export function commonName(word: string): string | undefined {
  return NAMES.get(word.trim().normalize("NFC").toLowerCase());
}
