import {
  Actual365Fixed,
  AmericanExercise,
  BinomialVanillaEngine,
  BjerksundStenslandApproximationEngine,
  BlackConstantVol,
  BlackScholesMertonProcess,
  DateExt,
  FlatForward,
  Handle,
  JuQuadraticApproximationEngine,
  LeisenReimer,
  NullCalendar,
  Option,
  PlainVanillaPayoff,
  Settings,
  SimpleQuote,
  VanillaOption,
  type GeneralizedBlackScholesProcess,
  type YieldTermStructure,
} from '@quantlib/ql';
import type { OptionColumns } from '../../../pricing-wasm/index.js';
import { scalarPeer, type Peer } from './peer.js';

type Engine = keyof typeof engines;

const engines = {
  'Bjerksund-Stensland': (process: GeneralizedBlackScholesProcess) =>
    new BjerksundStenslandApproximationEngine(process),
  'Ju quadratic': (process: GeneralizedBlackScholesProcess) => new JuQuadraticApproximationEngine(process),
  'Leisen-Reimer 401': (process: GeneralizedBlackScholesProcess) =>
    new BinomialVanillaEngine(new LeisenReimer()).bveInit(process, 401),
};

/** @quantlib/ql with its objects made beforehand: a lap recalculates them, no more. */
export const quantlibAmerican = (engine: Engine, options: OptionColumns): Peer => {
  Settings.evaluationDate.set(today);
  const made = Array.from(options.right, (_, row) => vanillaOption(options, row, engine));
  return scalarPeer(
    `@quantlib/ql, ${engine}`,
    options,
    () => {
      let sum = 0;
      for (const option of made) {
        option.recalculate();
        sum += option.NPV();
      }
      return sum;
    },
    (row) => ({ price: made[row]!.NPV() }),
  );
};

const today = DateExt.UTC('1,January,2024');

const vanillaOption = (options: OptionColumns, row: number, engine: Engine): VanillaOption => {
  const quote = (column: Float64Array): Handle<SimpleQuote> => new Handle(new SimpleQuote(column[row]));
  // Its types do not know that a FlatForward is a YieldTermStructure.
  const curve = (column: Float64Array): Handle<YieldTermStructure> =>
    new Handle(
      new FlatForward().ffInit3(
        0,
        new NullCalendar(),
        quote(column),
        new Actual365Fixed(),
      ) as unknown as YieldTermStructure,
    );
  const volatility = new BlackConstantVol().bcvInit4(
    0,
    new NullCalendar(),
    quote(options.volatility),
    new Actual365Fixed(),
  );
  const process = new BlackScholesMertonProcess(
    quote(options.underlying),
    curve(options.dividendYield),
    curve(options.rate),
    new Handle(volatility),
  );
  const type = options.right[row] === 0 ? Option.Type.Call : Option.Type.Put;
  const expiry = DateExt.add(today, Math.round(options.years[row]! * 365));
  const option = new VanillaOption(
    new PlainVanillaPayoff(type, options.strike[row]!),
    new AmericanExercise().aeInit1(today, expiry),
  );
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- nor that these are engines
  option.setPricingEngine(engines[engine](process));
  return option;
};
