// Fills in the time zone of this browser, so that times are said as its owner reads them, and then asks no more for it.
const here = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';

for (const field of document.querySelectorAll('input[data-zone]')) {
    field.value ||= here;
}

for (const asked of document.querySelectorAll('div[data-zone]')) {
    const list = asked.querySelector('select');
    if (asked.dataset.zone === 'guessed' && here.includes('/')) {
        if (![...list.options].some((option) => option.value === here)) {
            list.add(new Option(here, here));
        }
        list.value = here;
    }
    asked.hidden = list.value === here;
}
