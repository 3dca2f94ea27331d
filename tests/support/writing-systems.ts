/**
 * Correct words, as keyboards of these scripts write them, in no normal form: what people type must come back byte for
 * byte.
 */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  Latin: ['Größe', 'Zoe\u0308', 'Nguyễn Thị Ánh', 'Vie\u0323\u0302t', 'ọ̀rọ̀', 'M̄̈', 'ɔ̃̀', 'Straßenüberführung'],
  Greek: ['ἄνθρωπος', 'Ἀθῆναι', 'α\u0313\u0301\u0345'],
  Cyrillic: ['Ёлка', 'е\u0308лка', 'ѩзы́къ', 'Київ'],
  Armenian: ['Հայաստան'],
  Georgian: ['საქართველო'],
  Hebrew: [
    'שַּׁבָּת',
    'ש\u05C1\u05BC\u05B7ב\u05BC\u05B8ת',
    'יְרוּשָׁלִַ\u034Fם',
    'ב\u05B0\u05BC\u0591ר\u05B5אש\u05C1\u05B4\u0596ית',
    'C++\u200E עברית'
  ],
  Arabic: ['السَّلَامُ عَلَيْكُمْ', 'ٱللَّٰهِ', 'می\u200Cخواهم', 'مُّحَمَّدٌ', 'خ\u0650\u0651\u0670'],
  Syriac: ['ܫܠܵܡܵܐ', 'ܐܲܠܵܗܵܐ'],
  Thaana: ['ދިވެހި'],
  Devanagari: ['चीज़ें', 'कपड़ों', 'क\u0915\u095C\u094B\u0902', 'हिन्दी', 'र्\u200Dय', 'लड़कियाँ'],
  Bengali: ['বাংলা', 'পড়\u09BCা', 'সৌন্দর্য', 'র\u200D্যাব'],
  Gurmukhi: ['ਪੰਜਾਬੀ', 'ਖ਼ੁਸ਼ੀਆਂ', 'ਸ਼ਹਿਰਾਂ'],
  Gujarati: ['ગુજરાતી', 'જ્ઞાનીઓં'],
  Odia: ['ଓଡ଼ିଆ', 'ବଡ଼ୋଁ'],
  Tamil: ['தமிழ்', 'க்ஷௌ', 'ஸ்ரீ'],
  Telugu: ['తెలుగు', 'స్త్రీ'],
  Kannada: ['ಕನ್ನಡ', 'ಸ್ತ್ರೀ', 'ಕೋ\u0CD5'],
  Malayalam: ['മലയാളം', 'ന്\u200D', 'സ്ത്രീകൾ'],
  Sinhala: ['ශ්\u200Dරී ලංකා', 'සිංහල'],
  Thai: ['ที่นี่', 'น้ำ', 'เปี๊ยก', 'ภาษา\u200Bไทย'],
  Lao: ['ນ້ຳ', 'ປື້ມ'],
  Khmer: ['ភាសាខ្មែរ', 'ស្ត្រី', 'ខ្ញុំ\u200Bទៅ', 'កំប៉ុង'],
  Myanmar: ['ကျွန်တော်', 'မြန်မာ', 'သင်္ဘော', 'ကြောင့်\u200Bမို့'],
  Tibetan: ['བོད་སྐད', 'བསྒྲུབས', 'ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ'],
  Mongolian: ['ᠮᠣᠩᠭᠣᠯ', 'ᠣᠷᠣᠨ\u202Fᠤ', 'ᠠᠷᠪᠠᠨ\u180Eᠠ', 'ᠭᠠ\u180Bᠴᠠ'],
  Ethiopic: ['ኢትዮጵያ'],
  Cherokee: ['ᏣᎳᎩ'],
  Balinese: ['ᬅᬓ᭄ᬱᬭ'],
  Javanese: ['ꦲꦏ꧀ꦱꦫꦗꦮ'],
  Han: ['漢字', '辻󠄀', '葛\u{E0100}城'],
  Hiragana: ['がっこう', 'か\u3099っこう'],
  Katakana: ['ハ\u309Aリ', 'ガーデン'],
  Hangul: ['한국어', '\u1112\u1161\u11AB글', '나랏말\u110A\u119E미'],
  Adlam: ['𞤆𞤵𞤤𞤢𞥄𞤪'],
  NKo: ['ߒߞߏ', 'ߘߐ߬ߝߐ'],
  Emoji: ['👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '❤️', '👩🏽‍❤️‍💋‍👨🏿', '1️⃣', '🇺🇦']
};

/** How many letters a person sees; the same in every engine. */
export const COUNTED: readonly (readonly [words: string, letters: number])[] = [
  ['Maria', 5],
  ['Zoe\u0308', 3],
  ['שַּׁבָּת', 3],
  ['👨‍👩‍👧‍👦'.repeat(35), 35],
  ['👩🏽‍❤️‍💋‍👨🏿'.repeat(40), 40],
  ['🏴󠁧󠁢󠁳󠁣󠁴󠁿🇺🇦', 2],
  ['한국어', 3],
  ['\u1112\u1161\u11AB글', 2],
  ['நிழல்', 3],
  ['ที่นี่', 2],
  ['one\r\ntwo', 7],
  ['  around  ', 6],
  ['क्षत्रिय', 3],
  ['ကျွန်တော်', 4]
];
