import { beforeAll, describe, expect, it } from 'vitest';
import { pinnedDigests } from '../pricing-wasm/pinned-digests.js';
import { bundleFindings } from './bundle.js';
import { findingsInChromium } from './chromium.js';
import { priceInArena, type Findings } from './findings.js';
import { findingsInNewerNode, newerNode } from './newer-node.js';

let bundle = '';

beforeAll(async () => {
  bundle = await bundleFindings();
});

const expectPinned = (findings: Findings): void => {
  expect(findings.inlined).toEqual(pinnedDigests);
  expect(findings.loaded).toEqual(pinnedDigests);
  expect(findings.plain).toEqual(pinnedDigests);
  expect(findings.refused).toEqual(['KernelUnreadable', 'KernelInvalid']);
  expect(findings.arenaPrice).toBe(priceInArena());
};

describe('the bundled package', () => {
  it('has the pinned bits in a page of Chromium: inlined, loaded from an address, and plain', async () => {
    const { findings, complaints } = await findingsInChromium(bundle);
    expect(complaints).toEqual([]);
    expectPinned(findings);
  });

  it('has the pinned bits in a newer Node', () => {
    const { findings, version } = findingsInNewerNode(bundle);
    expect(version).toBe(`v${newerNode}`);
    expectPinned(findings);
  });
});
