"""OUTCOME -> ranking: what people answered and what came of it makes the scores better, if it does on unseen needs."""
