-- The operator's list and counts of what lies in the house, beside many mails that were sent.
create index mail_here on notification.mail (id) where state in ('KEPT', 'PARKED', 'WAITING');
