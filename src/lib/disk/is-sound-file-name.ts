/** Endings of the files that are taken for recordings; what they hold is told by their content. */
const SOUND_ENDING =
  /\.(wav|wave|w64|rf64|bwf|aiff?|aifc|au|snd|caf|flac|mp3|ogg|oga|opus|m4a|aac|mp4|m4v|mov|webm|mka|mkv|wma|wmv|amr|3gp|avi|flv)$/i;

/** Whether a file's name ends as recordings' do; videos, whose sound is taken, among them. */
export function isSoundFileName(name: string): boolean {
  return SOUND_ENDING.test(name);
}
