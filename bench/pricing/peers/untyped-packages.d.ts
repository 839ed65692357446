declare module 'black-scholes' {
  type CallPut = 'call' | 'put';
  const blackScholes: {
    blackScholes(s: number, k: number, t: number, v: number, r: number, callPut: CallPut): number;
  };
  export default blackScholes;
}

declare module 'greeks' {
  type CallPut = 'call' | 'put';
  type Greek = (
    s: number,
    k: number,
    t: number,
    v: number,
    r: number,
    callPut: CallPut,
    scale?: number,
  ) => number;
  const greeks: {
    readonly getDelta: Greek;
    readonly getGamma: (s: number, k: number, t: number, v: number, r: number) => number;
    readonly getVega: (s: number, k: number, t: number, v: number, r: number) => number;
    readonly getTheta: Greek;
    readonly getRho: Greek;
  };
  export default greeks;
}

declare module 'implied-volatility' {
  const impliedVolatility: {
    getImpliedVolatility(
      expectedCost: number,
      s: number,
      k: number,
      t: number,
      r: number,
      callPut: 'call' | 'put',
      estimate?: number,
    ): number;
  };
  export default impliedVolatility;
}

declare module 'option-pricing' {
  export class Option {
    constructor(terms: {
      style: 'european' | 'american';
      type: 'call' | 'put';
      initialSpotPrice: number;
      strikePrice: number;
      timeToMaturity: number;
      volatility: number;
      riskFreeRate?: number;
      dividendYield?: number;
    });
    price(method: 'black-scholes' | 'binomial-tree', parameters?: { timeSteps: number }): number;
  }
}
