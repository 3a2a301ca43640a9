import { serious } from './axe.ts'
import { expect, test } from './lab.ts'

test.describe('axe finds nothing serious', () => {
  for (const shade of ['light', 'dark'] as const) {
    test(`in the ${shade} theme`, async ({ lab, page }) => {
      await page.emulateMedia({ colorScheme: shade })
      await lab.open()
      expect(await serious(page)).toEqual([])
    })
  }

  test('at step 0', async ({ lab, page }) => {
    await lab.open(undefined, 0)
    expect(await serious(page)).toEqual([])
  })

  test('with a run hidden, another rule in front', async ({ lab, page }) => {
    await lab.open('v=1&f=ravine&opt=sgd,adam,nadam&hide=sgd&focus=nadam')
    expect(await serious(page)).toEqual([])
  })

  test('with a term pinned and the others pale', async ({ lab, page }) => {
    await lab.open('v=1&f=ravine&opt=sgd,adam&term=v')
    expect(await serious(page)).toEqual([])
  })

  test('with a run’s menu open', async ({ lab, page }) => {
    await lab.open()
    const menu = await lab.menu('Adam')
    await expect(menu.getByRole('button', { name: 'Remove' })).toBeVisible()
    expect(await serious(page)).toEqual([])
  })

  test('in a network with a switch thrown, a run split off and its menu open', async ({ page }) => {
    await page.goto('/#v=1&data=moons&steps=60&opt=sgd,adam&at=40&@20.bn=1&@30.adam.keep=1,.8')
    await page.getByRole('button', { name: 'Adam', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Remove' })).toBeVisible()
    await page.getByText('Split from the others').click()
    expect(await serious(page)).toEqual([])
  })

  test('with the list of optimizers open', async ({ lab, page }) => {
    await lab.open()
    await lab.button('five optimizers').click()
    await expect(page.getByRole('checkbox', { name: 'Lion' })).toBeVisible()
    expect(await serious(page)).toEqual([])
  })

  test('with the list of keys open', async ({ lab, page }) => {
    await lab.open()
    await lab.button('Keyboard shortcuts').click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await serious(page)).toEqual([])
  })

  test('with a number that cannot be', async ({ lab, page }) => {
    await lab.open()
    await lab.type('learning rate of SGD', '5000')
    await expect(page.getByRole('alert')).toBeVisible()
    expect(await serious(page)).toEqual([])
  })

  test('on a link that could not be read', async ({ lab, page }) => {
    await page.goto('/#v=1&f=ravine&opt=sgd,adan')
    await expect(lab.notice('could not be read')).toBeVisible()
    expect(await serious(page)).toEqual([])
  })

  test('in an empty race', async ({ page }) => {
    await page.goto('/#v=1&f=ravine&at=0')
    await expect(page.getByText('No optimizer is racing.')).toBeVisible()
    expect(await serious(page)).toEqual([])
  })

  test('in a race that diverged', async ({ lab, page }) => {
    await lab.open('v=1&f=rosenbrock&opt=sgd,adam&lr=1,.1', 60)
    expect(await serious(page)).toEqual([])
  })

  test('with a fork, a schedule and noise', async ({ lab, page }) => {
    await lab.open('v=1&f=ravine&opt=sgd,adam&noise=.5&sgd.schedule=cosine,60,0&@20.adam.lr=.1')
    expect(await serious(page)).toEqual([])
  })

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    for (const shade of ['light', 'dark'] as const) {
      test(`in the ${shade} theme`, async ({ lab, page }) => {
        await page.emulateMedia({ colorScheme: shade })
        await lab.open()
        expect(await serious(page)).toEqual([])
      })
    }
  })
})
