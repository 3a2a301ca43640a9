import { expect, OPENING, test, type Lab } from './lab.ts'

const field = (lab: Lab) => lab.page.getByRole('textbox', { name: 'The text of the link' })

const bad = [
  [
    'an unknown key',
    'v=1&f=ravine&opt=sgd&colour=red',
    /colour: found an unknown key, expected one of opt, lr/,
  ],
  [
    'a rate out of range',
    'v=1&f=ravine&opt=sgd,adam&lr=.1,5000',
    /lr \(2nd value\): found 5000, expected a number from 0 to 1000/,
  ],
  [
    'a rate that is no number',
    'v=1&f=ravine&opt=sgd&lr=fast',
    /lr: found "fast", expected a number from 0 to 1000/,
  ],
  ['an unknown optimizer', 'v=1&f=ravine&opt=sgd,adan', /opt \(2nd value\): .*did you mean adam\?/],
  ['an unknown surface', 'v=1&f=ravin&opt=sgd', /f: .*did you mean ravine\?/],
  [
    'too many steps',
    'v=1&f=ravine&opt=sgd&steps=1e9',
    /steps: found 1000000000, expected a whole number from 1 to 20000/,
  ],
  ['a later version', 'v=9&f=ravine&opt=sgd', /v: found 9, expected 1/],
  ['a key twice', 'v=1&f=ravine&opt=sgd&f=beale', /f: found the key twice, expected it once/],
  ['broken escapes', 'hello%20world%', /expected percent-encoded UTF-8/],
  ['a script', '<script>alert(1)</script>', /found an unknown key/],
  ['another program’s link', '!/playground?activation=tanh&seed=.12', /found/],
] as const

for (const [what, link, words] of bad) {
  test(`a link with ${what} opens the opening race, says what was wrong and keeps the text`, async ({
    lab,
    page,
  }) => {
    await page.goto(`/#${link}`)
    const notice = lab.notice('This link could not be read')
    await expect(notice).toBeVisible()
    await expect(notice.getByRole('listitem').first()).toHaveText(words)
    expect(await lab.names()).toEqual(OPENING)
    await expect(page.getByRole('combobox', { name: 'surface' })).toHaveValue('ravine')
    await expect(lab.loss('Adam')).toHaveText(/\d/)
    // As the browser hands it over.
    const kept = (await field(lab).inputValue()).replace(/^#/, '')
    expect(decodeURI(kept.replace(/%(?![\dA-F]{2})/g, '%25'))).toBe(
      decodeURI(link.replace(/%(?![\dA-F]{2})/g, '%25')),
    )
  })
}

test('100 000 characters of text are refused, kept, and cost no time', async ({ lab, page }) => {
  const link = `v=1&f=ravine&opt=sgd&${'@1.sgd.lr=.1&'.repeat(8000)}`
  await page.goto(`/#${link}`)
  const notice = lab.notice('This link could not be read')
  await expect(notice.getByRole('listitem')).toHaveText(
    `found ${link.length + 1} characters, expected at most 81920`,
  )
  expect((await field(lab).inputValue()).length).toBe(link.length + 1)
  expect(await lab.names()).toEqual(OPENING)
})

test('a link that a web page has mangled, & as &amp;, is understood', async ({ lab, page }) => {
  await page.goto('/#v=1&amp;f=ravine&amp;kappa=25&amp;opt=sgd,adam&amp;at=10')
  await lab.isAt(10)
  expect(await lab.names()).toEqual(['SGD', 'Adam'])
  await expect(lab.number('condition number')).toHaveText('25')
  await expect(lab.notice('could not be read')).toHaveCount(0)
})

test('the text is mended and tried again', async ({ lab, page }) => {
  await page.goto('/#v=1&f=ravine&opt=sgd,adan&at=20')
  const text = await field(lab).inputValue()
  // Still wrong: the notice stays, and says so.
  await field(lab).fill(text.replace('adan', 'adom'))
  await lab.button('Try again').click()
  await expect(lab.notice('This link could not be read')).toContainText('"adom"')
  await field(lab).fill(text.replace('adan', 'adam'))
  await lab.button('Try again').click()
  await expect(lab.notice('could not be read')).toHaveCount(0)
  await lab.isAt(20)
  expect(await lab.names()).toEqual(['SGD', 'Adam'])
  await expect(page).toHaveURL(/opt=sgd,adam&at=20/)
})

test('the notice can be dismissed, and the race goes on', async ({ lab, page }) => {
  await page.goto('/#v=1&f=nowhere')
  await lab.notice('could not be read').getByRole('button', { name: 'Dismiss' }).click()
  await expect(lab.notice('could not be read')).toHaveCount(0)
  await expect(lab.loss('Adam')).toHaveText(/\d/)
})

test('a bad link pasted into an open page changes nothing, and says what was wrong', async ({
  lab,
  page,
}) => {
  await lab.open('v=1&f=rosenbrock&opt=sgd,lion', 10)
  const losses = await lab.losses()
  await page.goto('/#v=1&f=rosenbrock&opt=sgd&lr=-3')
  await expect(lab.notice('This link could not be read')).toContainText(
    'lr: found -3, expected a number from 0 to 1000',
  )
  expect(await lab.losses()).toEqual(losses)
  await lab.isAt(10)
})

test('how to look is never a reason to refuse a link', async ({ lab, page }) => {
  await page.goto('/#v=1&f=ravine&opt=sgd&focus=nobody&hide=x,y&speed=fast&zoom=9-3&term=q&at=20000')
  await lab.isAt(60)
  expect(await lab.names()).toEqual(['SGD'])
  await expect(lab.notice('could not be read')).toHaveCount(0)
})
