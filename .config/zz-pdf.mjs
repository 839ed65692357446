import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const c = await b.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
const p = await c.newPage(); p.on('pageerror', e=>console.log(e.message)); await p.goto('file:///tmp/rt/sample.html'); await p.waitForTimeout(300);
await p.pdf({ path: '/tmp/rt/out.pdf', format: 'A4', margin: {top:'15mm',bottom:'15mm',left:'15mm',right:'15mm'} });
// keyboard
await p.focus('[data-chart="vix"]'); for (let i=0;i<395;i++) await p.keyboard.press('ArrowRight');
console.log(await p.locator('[data-chart="vix"] .tip').innerText());
const box = await p.locator('[data-chart="equity"] .u-over').boundingBox();
await p.mouse.move(box.x+300, box.y+50); await p.mouse.down(); await p.mouse.move(box.x+700, box.y+50, {steps:5}); await p.mouse.up(); await p.waitForTimeout(200);
await p.mouse.move(5,5);
await p.screenshot({path:'/tmp/rt/zoom.png', fullPage:true, clip:{x:0,y:540,width:1280,height:1300}});
await b.close();
