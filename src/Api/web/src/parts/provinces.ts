/** A province with its cell of the tile grid: column from the east, row from the north, both from 0. */
export interface Province { name: string; short: string; column: number; row: number }

const rows: [name: string, short: string, column: number, row: number][] = [
  ["آذربایجان غربی", "آ. غربی", 7, 0], ["آذربایجان شرقی", "آ. شرقی", 6, 0], ["اردبیل", "اردبیل", 5, 0],
  ["کردستان", "کردستان", 7, 1], ["زنجان", "زنجان", 6, 1], ["گیلان", "گیلان", 5, 1], ["مازندران", "مازندران", 4, 1], ["گلستان", "گلستان", 3, 1], ["خراسان شمالی", "خ. شمالی", 2, 1],
  ["کرمانشاه", "کرمانشاه", 7, 2], ["همدان", "همدان", 6, 2], ["قزوین", "قزوین", 5, 2], ["البرز", "البرز", 4, 2], ["سمنان", "سمنان", 3, 2], ["خراسان رضوی", "خ. رضوی", 2, 2],
  ["ایلام", "ایلام", 7, 3], ["لرستان", "لرستان", 6, 3], ["مرکزی", "مرکزی", 5, 3], ["تهران", "تهران", 4, 3], ["قم", "قم", 3, 3], ["خراسان جنوبی", "خ. جنوبی", 2, 3],
  ["خوزستان", "خوزستان", 6, 4], ["چهارمحال و بختیاری", "چهارمحال", 5, 4], ["اصفهان", "اصفهان", 4, 4], ["یزد", "یزد", 3, 4],
  ["کهگیلویه و بویراحمد", "کهگیلویه", 5, 5], ["فارس", "فارس", 4, 5], ["کرمان", "کرمان", 3, 5], ["سیستان و بلوچستان", "سیستان", 2, 5],
  ["بوشهر", "بوشهر", 5, 6], ["هرمزگان", "هرمزگان", 4, 6],
];

export const provinces: readonly Province[] = rows.map(([name, short, column, row]) => ({ name, short, column: column - 2, row }));

/** In the order of the alphabet, as lists show them. */
export const provinceNames: readonly string[] = provinces.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "fa"));
