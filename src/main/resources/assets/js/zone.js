// Fills in the time zone of this browser, so that times are said as its owner reads them.
for (const field of document.querySelectorAll('input[data-zone]')) {
    field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
}
