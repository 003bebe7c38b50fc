"""Records for the national science and technology database: a file in its columns, and what it has taken over."""
