def main():
    print("torchrun imitation")
