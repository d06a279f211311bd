-- Whether a member may ask them in private was asked for and changed nothing. Now it is kept, and nobody is taken out of what they did until today.
update practitioner.boundaries set starts_private = true;
alter table practitioner.boundaries alter column starts_private set default true;
