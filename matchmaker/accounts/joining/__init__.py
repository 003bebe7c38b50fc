"""How people come in: signing up, consents, their organisation, joining one, invitations, members and roles."""
