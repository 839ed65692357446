import { open } from '../parameter.js';

const ages = 'R§8.1 ages; D§1';
const chain = 'R§3.2 check 6';

/** How old and how odd data may be. */
export const dataQuality = {
  'age.underlying': open(30, 'seconds', ages, 'lower'),
  'age.legQuote': open(45, 'seconds', ages, 'lower'),
  'age.chain': open(60, 'seconds', ages, 'lower'),
  'age.greeks': open(120, 'seconds', ages, 'lower'),
  'age.impliedVolatility': open(180, 'seconds', ages, 'lower'),
  'age.vix': open(300, 'seconds', ages, 'lower'),
  'age.equity': open(90, 'seconds', 'R§2.2 newest equity sample', 'lower'),
  'age.brokerHeartbeat': open(60, 'seconds', 'R§3.2 check 46', 'lower'),
  'vix.lowest': open(5, 'vol points', 'R§3.2 check 3'),
  'vix.highest': open(150, 'vol points', 'R§3.2 check 3'),
  'underlying.move': open(0.2, 'fraction', 'R§3.2 check 2', 'lower'),
  'chain.quotes': open(10, 'quotes', chain, 'higher'),
  'chain.quotesLastDay': open(20, 'quotes', chain, 'higher'),
  'chain.strikeSpacing': open(
    5,
    'points',
    'R§3.2 check 6: the widest spacing of listed strikes a band is counted by',
    'lower',
  ),
  'chain.validShare': open(0.8, 'fraction', chain, 'higher'),
  'quote.highestVolatility': open(5, 'multiple', 'R§3.2 check 9', 'lower'),
  'ivRank.sessions': open(252, 'sessions', '§3.4; D§5.2', 'higher'),
} as const;
