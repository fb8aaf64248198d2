"""How numpy's libraries are kept from starting threads: a fork would not have them."""

ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OPENBLAS", "OMP", "MKL")}
"""Variables of the environment, to be there before numpy is imported."""
