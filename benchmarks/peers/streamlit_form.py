"""The form of the comparison for Streamlit: a title, nine text areas, a button."""

import pandas as pd  # noqa: F401
import streamlit as st

st.title("Reflect")
for i in range(9):
    st.text_area(f"Question {i}")
if st.button("Save"):
    st.write("saved")
