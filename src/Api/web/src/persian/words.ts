/** «رقم‌های»: the plural of a noun, leading on to the next word. */
export const pluralOf = (noun: string): string => `${noun}\u200cهای`;

/** «رقمی», «گفته‌ای»: any one of a noun. */
export const anyOf = (noun: string): string => (noun.endsWith("ه") ? `${noun}\u200cای` : `${noun}ی`);
